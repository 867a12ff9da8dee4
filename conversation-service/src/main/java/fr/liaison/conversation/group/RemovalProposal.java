package fr.liaison.conversation.group;

import fr.liaison.contracts.json.Bytes;
import fr.liaison.conversation.roster.DeviceId;

/** An MLSMessage by which the server asks the members of an epoch to remove a device. */
public record RemovalProposal(DeviceId device, Bytes message) {}
