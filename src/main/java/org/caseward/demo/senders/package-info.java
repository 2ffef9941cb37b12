/** How a provider sends over each channel, and how an outsider asks the hub: nothing here knows the hub's insides. */
@org.jspecify.annotations.NullMarked
package org.caseward.demo.senders;
