@NullMarked
package fr.liaison.acceptance.platform;

import org.jspecify.annotations.NullMarked;
