/** What every OpenAPI document of a service says: the acting device, and problems for failures. */
@NullMarked
package fr.liaison.kit.document;

import org.jspecify.annotations.NullMarked;
