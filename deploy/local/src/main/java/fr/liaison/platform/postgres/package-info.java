/** PostgreSQL 18 from its Maven artifact, with the durability settings of a real installation. */
@NullMarked
package fr.liaison.platform.postgres;

import org.jspecify.annotations.NullMarked;
