package fr.liaison.conversation.stream;

import fr.liaison.conversation.dormancy.DeviceSeen;
import fr.liaison.conversation.receipt.MoveReceipt;
import jakarta.inject.Singleton;

/** What every stream works with. */
@Singleton
record StreamParts(
    StreamConfig config,
    Greeting greeting,
    StreamRegistry registry,
    Positions positions,
    LogTail tail,
    MoveReceipt moveReceipt,
    DeviceSeen seen,
    Presence presence,
    Timer timer) {}
