package fr.liaison.directory.topup;

import static fr.liaison.directory.register.RegisterFiles.SHOP;
import static fr.liaison.directory.register.RegisterFiles.rpps;
import static fr.liaison.directory.topup.SourceEntries.person;
import static fr.liaison.directory.topup.SourceEntries.role;
import static fr.liaison.directory.topup.SourceEntries.structure;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Practitioner;
import org.junit.jupiter.api.Test;

/** Students as the national interface has them: by category, or by codes of their own. */
@QuarkusTest
class StudentTopUpTest extends RunningTopUp {
  private static final String NOS = "https://mos.esante.gouv.fr/NOS/";

  @Test
  void aStudentArrivesAsOneAndGraduates() throws Exception {
    source.put(structure("s1", SHOP));
    source.put(role("r1", "p81", "s1"), now());
    source.put(inCapacity(person("p81", rpps(81), "APPRENTI", "Ève", "10"), "E"), now());
    source.put(inTraining(person("p82", rpps(82), "APPRENTI", "Luc", "10")), now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(card(rpps(81)).path("category").asText()).isEqualTo("student");
    assertThat(card(rpps(81)).path("profession").asText()).isEqualTo("Médecin");
    assertThat(card(rpps(82)).path("category").asText()).isEqualTo("student");

    source.put(person("p81", rpps(81), "APPRENTI", "Ève", "10"), now());
    rewind();
    assertThat(attempt()).isEqualTo("completed");

    assertThat(card(rpps(81)).path("category").asText()).isEqualTo("civil");
    assertThat(status().at("/runs/0/changes").asInt()).isEqualTo(1);
  }

  @Test
  void aSourceThatIsSilentMakesNoProfessionalOfAStudent() throws Exception {
    source.put(inCapacity(person("p83", rpps(83), "TACITE", "Ève", "10"), "E"), now());
    assertThat(attempt()).isEqualTo("completed");
    Practitioner silent = person("p83", rpps(83), "TACITE", "Évelyne", "10");
    silent.getQualificationFirstRep().getCode().getCoding().removeLast();

    source.put(silent, now());
    rewind();
    assertThat(attempt()).isEqualTo("completed");

    JsonNode card = card(rpps(83));
    assertThat(card.path("givenName").asText()).isEqualTo("Évelyne");
    assertThat(card.path("category").asText()).isEqualTo("student");
  }

  @Test
  void aStudentWhoIsANurseIsShownAsThat() throws Exception {
    Practitioner both = inCapacity(person("p84", rpps(84), "CUMUL", "Ève", "10"), "E");
    both.addQualification()
        .setCode(person("x", rpps(85), "X", "X", "60").getQualificationFirstRep().getCode());
    source.put(both, now());

    assertThat(attempt()).isEqualTo("completed");

    assertThat(card(rpps(84)).path("profession").asText()).isEqualTo("Infirmier");
    assertThat(card(rpps(84)).path("category").asText()).isEqualTo("civil");
  }

  private static Practitioner inCapacity(Practitioner person, String category) {
    person.getQualificationFirstRep().getCode().getCoding().getLast().setCode(category);
    return person;
  }

  private static Practitioner inTraining(Practitioner person) {
    person
        .getQualificationFirstRep()
        .getCode()
        .getCoding()
        .removeIf(coding -> coding.getSystem().contains("R09"));
    Coding first = person.getQualificationFirstRep().getCode().getCodingFirstRep();
    first.setSystem(NOS + "TRE_G16-ProfessionFormation/FHIR/TRE-G16-ProfessionFormation");
    return person;
  }
}
