package fr.liaison.mls;

import static org.assertj.core.api.Assertions.assertThat;

import fr.liaison.mls.codec.Bytes;
import fr.liaison.mls.codec.Malformed;
import fr.liaison.mls.group.CommitRequest;
import fr.liaison.mls.group.Committing;
import fr.liaison.mls.group.Group;
import fr.liaison.mls.group.Joining;
import fr.liaison.mls.group.OwnKeyPackage;
import fr.liaison.mls.group.Received;
import fr.liaison.mls.group.Scene;
import fr.liaison.mls.group.Sending;
import fr.liaison.mls.leaf.Extensions;
import fr.liaison.mls.message.MlsMessage;
import fr.liaison.mls.message.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The README's example is this method's body, line for line. */
class ReadmeTest {
  @Test
  void theExampleOfTheReadmeWorksAndStandsThere() throws IOException, Malformed {
    Scene.Person ada = Scene.person("ada");
    Scene.Person ben = Scene.person("ben");
    Bytes groupId = Scene.text("group");
    Bytes text = Scene.text("hello");
    // example
    OwnKeyPackage bens = ben.keyPackage();
    Group group = Group.create(ada.client(), groupId, ada.keyPackage(), Extensions.NONE);
    Committing made = group.commit(CommitRequest.of(new Proposal.Add(bens.keyPackage())));
    if (made instanceof Committing.Ready(var pending)) {
      Group adas = pending.adopt(group); // once the server took pending.commit()
      var welcome = (MlsMessage.Welcoming) MlsMessage.parse(pending.welcome().orElseThrow());
      Joining joined = Group.join(ben.client(), bens, welcome.welcome(), Optional.empty());
      Sending sent = adas.send(text, Bytes.EMPTY);
      if (joined instanceof Joining.Joined(var there) && sent instanceof Sending.Sealed sealed) {
        assertThat(there.receive(sealed.message())).isInstanceOf(Received.Message.class);
      }
    }
    // end
    assertThat(made).isInstanceOf(Committing.Ready.class);
    String source = Files.readString(Path.of("src/test/java/fr/liaison/mls/ReadmeTest.java"));
    String example =
        source.substring(source.indexOf("// example\n") + 11, source.indexOf("    // end\n"));
    assertThat(Files.readString(Path.of("README.md")))
        .contains(example.stripTrailing().stripIndent());
  }
}
