/** The papers of the demo's clinics: forms as offices print them, and what a fax machine makes of them. */
@org.jspecify.annotations.NullMarked
package org.caseward.demo.paper;
