/** Tests of the conversation service against real PostgreSQL and Kafka. */
package fr.liaison.conversation;
