package fr.liaison.client.conversation;

import fr.liaison.client.card.TestCards;
import fr.liaison.client.device.EnrolledDevice;
import fr.liaison.client.group.TestAuthority;
import fr.liaison.client.group.TestMember;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A scene for tests: three persons with a program each, over services of their own. */
abstract class ThreePrograms {
  TestDelivery delivery;
  TestProgram ada;
  TestProgram bob;
  TestProgram eve;
  TestAuthority authority;
  private Path states;

  @BeforeEach
  void threePrograms(@TempDir Path folder) throws Exception {
    delivery = new TestDelivery();
    authority = new TestAuthority();
    delivery.cards = new TestCards(authority, Duration.ofDays(1_000));
    states = folder;
    ada = program(enrolled("1"));
    bob = program(enrolled("2"));
    eve = program(enrolled("3"));
  }

  /** Another device of a person, to be closed by the test. */
  TestProgram another(TestProgram first) throws Exception {
    return program(authority.enrol("P", first.nationalId(), first.person(), Duration.ofDays(90)));
  }

  private EnrolledDevice enrolled(String number) throws Exception {
    return authority.enrol("P" + number, "81000" + number, Duration.ofDays(90));
  }

  TestProgram program(EnrolledDevice device) throws IOException {
    Path folder = states.resolve(device.id().toString());
    TestProgram program = new TestProgram(delivery, new TestMember(device), folder);
    program.sync();
    return program;
  }

  @AfterEach
  void close() {
    ada.close();
    bob.close();
    eve.close();
    delivery.close();
  }
}
