@NullMarked
package fr.liaison.acceptance.api;

import org.jspecify.annotations.NullMarked;
