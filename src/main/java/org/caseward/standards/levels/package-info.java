/**
 * The rules by which a report that has been read reaches the levels 2 and 3, and the words for what it lacks. Nothing here decides where a report goes, and no value of a person
 * may enter the words.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("levels")
package org.caseward.standards.levels;
