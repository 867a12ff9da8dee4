@NullMarked
package fr.liaison.platform.build;

import org.jspecify.annotations.NullMarked;
