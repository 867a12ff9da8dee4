/**
 * Every act leaves a proof: acts are events written in the transaction of the act, or the act does
 * not happen.
 */
@NullMarked
package fr.liaison.kit.audit;

import org.jspecify.annotations.NullMarked;
