/**
 * The local platform: every real part of Liaison as a child process of one JVM.
 *
 * <p>The same pieces serve {@code ./liaison up} and the tests, so that they never drift. Everything
 * listens on the loopback interface only; nothing is downloaded here, Maven has brought every
 * artifact into the build folders beforehand.
 */
@NullMarked
package fr.liaison.platform;

import org.jspecify.annotations.NullMarked;
