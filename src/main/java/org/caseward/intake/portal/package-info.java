/**
 * What people hand in themselves: a provider at the portal, the staff for mail and counter, with the splitting of scanned batches. Nothing of a case may enter here, and a provider learns of
 * its own deliveries only whether they were received, need something, or are done.
 */
@org.jspecify.annotations.NullMarked
package org.caseward.intake.portal;
