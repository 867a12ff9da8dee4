/** The object store: S3Proxy on plain files, with signatures enforced. */
@NullMarked
package fr.liaison.platform.objectstore;

import org.jspecify.annotations.NullMarked;
