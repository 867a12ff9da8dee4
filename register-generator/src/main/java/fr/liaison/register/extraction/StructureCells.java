package fr.liaison.register.extraction;

import fr.liaison.register.layout.ActivityColumn;
import fr.liaison.register.layout.Row;
import fr.liaison.register.place.Address;
import fr.liaison.register.structure.Structure;
import org.jspecify.annotations.Nullable;

/** The cells that say where somebody practises. */
final class StructureCells {
  private StructureCells() {}

  static void fill(Structure structure, Row<ActivityColumn> row) {
    Structure.Numbers numbers = structure.numbers();
    Structure.Contact contact = structure.contact();
    row.with(ActivityColumn.SIRET, numbers.siret())
        .with(ActivityColumn.SIREN, numbers.siren())
        .with(ActivityColumn.FINESS, numbers.finess())
        .with(ActivityColumn.LEGAL_FINESS, numbers.legalFiness())
        .with(ActivityColumn.STRUCTURE_ID, numbers.technicalId())
        .with(ActivityColumn.FORMER_STRUCTURE_ID, numbers.formerId())
        .with(ActivityColumn.COMPANY_NAME, structure.naming().company())
        .with(ActivityColumn.TRADE_NAME, structure.naming().trade())
        .with(ActivityColumn.TELEPHONE, contact.telephone())
        .with(ActivityColumn.TELEPHONE_2, contact.telephone2())
        .with(ActivityColumn.FAX, contact.fax())
        .with(ActivityColumn.EMAIL, contact.email())
        .with(ActivityColumn.SECTOR_CODE, structure.kind().sectorCode())
        .with(ActivityColumn.SECTOR, structure.kind().sector());
    @Nullable Address address = structure.address();
    if (address != null) {
      address(address, row);
    }
  }

  private static void address(Address address, Row<ActivityColumn> row) {
    Address.Street street = address.street();
    row.with(ActivityColumn.RECIPIENT, address.recipient())
        .with(ActivityColumn.STREET_NUMBER, street.number())
        .with(ActivityColumn.STREET_REPETITION, street.repetition())
        .with(ActivityColumn.STREET_TYPE_CODE, street.typeCode())
        .with(ActivityColumn.STREET_TYPE, street.type())
        .with(ActivityColumn.STREET, street.name())
        .with(ActivityColumn.DISTRIBUTION, address.distribution())
        .with(ActivityColumn.CEDEX, address.cedex())
        .with(ActivityColumn.POSTAL_CODE, address.postalCode())
        .with(ActivityColumn.COMMUNE_CODE, address.communeCode())
        .with(ActivityColumn.TOWN, address.town())
        .with(ActivityColumn.COUNTRY_CODE, address.countryCode())
        .with(ActivityColumn.COUNTRY, address.country())
        .with(ActivityColumn.DEPARTMENT_CODE, address.departmentCode())
        .with(ActivityColumn.DEPARTMENT, address.department());
  }
}
