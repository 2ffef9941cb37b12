/** What the demo's clinics send, and where each of it should end. */
@org.jspecify.annotations.NullMarked
package org.caseward.demo.samples;
