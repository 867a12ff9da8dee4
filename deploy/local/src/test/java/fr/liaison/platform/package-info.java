@NullMarked
package fr.liaison.platform;

import org.jspecify.annotations.NullMarked;
