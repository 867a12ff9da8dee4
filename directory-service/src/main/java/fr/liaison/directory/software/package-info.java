/**
 * Programs that take part in conversations under the name of a structure (ADR 0010). Each is an
 * entry of the directory like a person, vouched for by a platform administrator.
 */
@NullMarked
package fr.liaison.directory.software;

import org.jspecify.annotations.NullMarked;
