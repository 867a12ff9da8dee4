/**
 * The cryptography of RFC 9420 section 5: cipher suites 1 to 3 and the labelled functions every
 * other part is written in. Hashes, MACs and message encryption come from the JDK; curves and HPKE
 * from Bouncy Castle's lightweight API, which is several times faster there. Stateless: everything
 * may be called from any thread.
 */
@org.jspecify.annotations.NullMarked
package fr.liaison.mls.crypto;
