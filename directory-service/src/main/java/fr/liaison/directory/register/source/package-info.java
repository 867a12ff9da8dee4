/**
 * The publisher of the national register: asks it every day for its files and hands what is new to
 * an import. Only a publisher whose certificate the configured root vouches for is believed; a
 * download is bounded in size and an answer that cannot be used leaves the directory as it is.
 */
@NullMarked
package fr.liaison.directory.register.source;

import org.jspecify.annotations.NullMarked;
