@NullMarked
package fr.liaison.platform.secret;

import org.jspecify.annotations.NullMarked;
