/** Apache Kafka as a single node that is broker and controller in one. */
@NullMarked
package fr.liaison.platform.kafka;

import org.jspecify.annotations.NullMarked;
