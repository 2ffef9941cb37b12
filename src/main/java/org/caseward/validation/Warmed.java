package org.caseward.validation;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.context.support.IValidationSupport.IssueSeverity;
import ca.uhn.fhir.validation.FhirValidator;
import java.nio.file.Path;
import java.util.List;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.UnknownCodeSystemWarningValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;

/** The validator with all it knows. What is not known here (code systems, profiles that a sender claims) is warned of, never fetched. */
record Warmed(
        FhirValidator validator, ProfileChoice profiles, KnownTerms terms, List<String> used, List<String> leftOut) {
    static Warmed make(FhirContext context, Path folder) {
        ProfilePackages packages = ProfilePackages.read(folder, context);
        PrePopulatedValidationSupport laidDown = new PrePopulatedValidationSupport(context);
        packages.resources().forEach(laidDown::addResource);
        UnknownCodeSystemWarningValidationSupport unknown = new UnknownCodeSystemWarningValidationSupport(context);
        unknown.setNonExistentCodeSystemSeverity(IssueSeverity.WARNING);
        ValidationSupportChain all = new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                laidDown,
                new InMemoryTerminologyServerValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new SnapshotGeneratingValidationSupport(context),
                unknown);
        FhirInstanceValidator instances = new FhirInstanceValidator(all);
        instances.setErrorForUnknownProfiles(false);
        instances.setAnyExtensionsAllowed(true);
        Warmed warmed = new Warmed(
                context.newValidator().registerValidatorModule(instances),
                new ProfileChoice(laidDown),
                new KnownTerms(all),
                packages.used(),
                packages.leftOut());
        // the first resource of each kind loads what it needs
        warmed.look(new DocumentReference());
        warmed.look(new Patient());
        return warmed;
    }

    private void look(Resource resource) {
        profiles.claim(resource);
        validator.validateWithResult(resource);
    }
}
