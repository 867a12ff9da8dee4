@NullMarked
package fr.liaison.platform.process;

import org.jspecify.annotations.NullMarked;
