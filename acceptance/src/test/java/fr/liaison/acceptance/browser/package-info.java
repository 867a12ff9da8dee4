@NullMarked
package fr.liaison.acceptance.browser;

import org.jspecify.annotations.NullMarked;
