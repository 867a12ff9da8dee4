package fr.liaison.directory.topup;

import fr.liaison.directory.practitioner.NationalCodes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Practitioner;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/**
 * Savoir-faire, diplomas and authorisations out of the entries of one person. Authorisations are
 * extensions in the national profiles, and qualifications where others speak of them.
 */
final class ReadDetails {
  private static final String AUTHORISATIONS =
      "https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/";
  private static final Set<String> AUTHORISATION_EXTENSIONS =
      Set.of(
          AUTHORISATIONS + "as-ext-practitioner-authorization",
          AUTHORISATIONS + "as-ext-frpractitioner-authorization");
  private static final Pattern SKILL_TYPE = Pattern.compile(".*/TRE_R04-[A-Za-z]+/.*");
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,32}");

  private final PartReader<SourceDetails.Skill> skills = PartReader.ofFirst();
  private final PartReader<SourceDetails.Diploma> diplomas = PartReader.ofFirst();
  private final PartReader<SourceDetails.Authorisation> authorisations = PartReader.ofFirst();
  private final Map<String, String> families = new HashMap<>();
  private final Instant now;

  private ReadDetails(Instant now) {
    this.now = now;
    NationalCodes.DIPLOMAS.forEach((family, system) -> families.put(system, family));
  }

  static SourceDetails of(
      List<Practitioner> entries,
      SourceDetails.Part<SourceDetails.Mailbox> mailboxes,
      Instant now) {
    ReadDetails read = new ReadDetails(now);
    for (Practitioner entry : entries) {
      entry.getQualification().forEach(read::qualification);
      entry.getExtension().stream()
          .filter(extension -> AUTHORISATION_EXTENSIONS.contains(extension.getUrl()))
          .forEach(read::authorisation);
    }
    return new SourceDetails(
        read.skills.part(), read.diplomas.part(), read.authorisations.part(), mailboxes);
  }

  private void qualification(Practitioner.PractitionerQualificationComponent one) {
    CodeableConcept concept = one.getCode();
    boolean ended = Ending.isPast(one.getPeriod(), now);
    boolean diploma = false;
    for (Coding coding : concept.getCoding()) {
      String system = String.valueOf(coding.getSystem());
      if (Qualifications.SAVOIR_FAIRE.matcher(system).matches()) {
        skill(coding, concept, ended);
      } else if (system.equals(NationalCodes.AUTHORISATION)) {
        String label = Words.label(coding.getDisplay());
        boolean limited = concept.hasText() && !concept.getText().strip().equals(label);
        authorisation(coding, limited, null, ended);
      } else {
        diploma |= system.equals(NationalCodes.DIPLOMA_TYPE) || families.containsKey(system);
      }
    }
    if (diploma) {
      diploma(concept, ended);
    }
  }

  private void skill(Coding coding, CodeableConcept concept, boolean ended) {
    String code = code(coding);
    if (code == null) {
      skills.unreadable();
    } else if (ended) {
      skills.ended();
    } else {
      String type = null;
      for (Coding other : concept.getCoding()) {
        if (SKILL_TYPE.matcher(String.valueOf(other.getSystem())).matches()) {
          type = Words.label(other.getDisplay());
        }
      }
      skills.add(code, new SourceDetails.Skill(code, Words.label(coding.getDisplay()), type));
    }
  }

  /** A diploma and its family, where one of both is of a system we know. */
  private void diploma(CodeableConcept concept, boolean ended) {
    Coding family = null;
    Coding diploma = null;
    for (Coding coding : concept.getCoding()) {
      String system = String.valueOf(coding.getSystem());
      if (system.equals(NationalCodes.DIPLOMA_TYPE)) {
        family = coding;
      } else if (families.containsKey(system) || diploma == null) {
        diploma = coding;
      }
    }
    String code = diploma == null ? null : code(diploma);
    String typeCode =
        family == null
            ? families.get(diploma == null ? "" : String.valueOf(diploma.getSystem()))
            : code(family);
    if (code == null || typeCode == null) {
      diplomas.unreadable();
    } else if (ended) {
      diplomas.ended();
    } else {
      diplomas.add(
          typeCode + "|" + code,
          new SourceDetails.Diploma(
              code,
              typeCode,
              diploma == null ? null : Words.label(diploma.getDisplay()),
              family == null ? null : Words.label(family.getDisplay())));
    }
  }

  private void authorisation(Extension extension) {
    Coding type = coding(extension.getExtensionByUrl("type"));
    Extension field = extension.getExtensionByUrl("field");
    Coding discipline = coding(field);
    Extension period = extension.getExtensionByUrl("period");
    boolean ended =
        period != null && period.getValue() instanceof Period said && Ending.isPast(said, now);
    if (type == null || !NationalCodes.AUTHORISATION.equals(type.getSystem())) {
      authorisations.unreadable();
    } else {
      authorisation(
          type,
          field != null,
          discipline == null ? null : Words.label(discipline.getDisplay()),
          ended);
    }
  }

  private void authorisation(
      Coding type, boolean limited, @Nullable String discipline, boolean ended) {
    String code = code(type);
    if (code == null) {
      authorisations.unreadable();
    } else if (ended) {
      authorisations.ended();
    } else {
      authorisations.add(
          code + "|" + limited + "|" + discipline,
          new SourceDetails.Authorisation(
              code, Words.label(type.getDisplay()), limited, discipline));
    }
  }

  private static @Nullable Coding coding(@Nullable Extension extension) {
    Type value = extension == null ? null : extension.getValue();
    return switch (value) {
      case CodeableConcept concept -> concept.getCodingFirstRep();
      case Coding coding -> coding;
      case null, default -> null;
    };
  }

  private static @Nullable String code(Coding coding) {
    String code = coding.getCode();
    return code != null && CODE.matcher(code).matches() ? code : null;
  }
}
