/** Who is calling, built once from the verified token. */
@NullMarked
package fr.liaison.kit.identity;

import org.jspecify.annotations.NullMarked;
