@NullMarked
package fr.liaison.acceptance.login;

import org.jspecify.annotations.NullMarked;
