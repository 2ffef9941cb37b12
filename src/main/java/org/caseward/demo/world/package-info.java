/** The fictional agencies, people, cases and clinics of the demo; the same ones at every start. */
@org.jspecify.annotations.NullMarked
package org.caseward.demo.world;
