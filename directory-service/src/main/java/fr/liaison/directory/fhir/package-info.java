/** What hospital and practice software reads of the directory in FHIR R4. */
@NullMarked
package fr.liaison.directory.fhir;

import org.jspecify.annotations.NullMarked;
