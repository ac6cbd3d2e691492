// Made by `npm run generate` from the usual contexts; src/json-ld/vocabulary.ts reads it.

/** For each beginning of IRIs: `a` ends the IRI and names a member and a word; `iri=member=word` where they differ. */
export const COMMON_NAMES: Readonly<Record<string, string>> = {
  'https://www.w3.org/ns/credentials/status#':
    'BitstringStatusListCredential BitstringStatusList encodedList statusPurpose ttl BitstringStatusListEntry statusListCredential statusListIndex statusMessage message status statusReference statusSize',
  'https://purl.imsglobal.org/spec/vc/clr/vocab.html#':
    'ClrCredential ClrSubject achievement association verifiableCredential Association AssociationType=associationType=associationType sourceId targetId partial identifier-1=identifier=identifier',
  'https://www.w3.org/2018/credentials#':
    'VerifiableCredential credentialSchema JsonSchemaValidator2018 credentialStatus credentialSubject evidence expirationDate holder issued issuer issuanceDate refreshService ManualRefreshService2018 termsOfUse validFrom validUntil VerifiablePresentation verifiableCredential digestSRI confidenceMethod relatedResource renderMethod EnvelopedVerifiableCredential EnvelopedVerifiablePresentation JsonSchemaCredential JsonSchema jsonSchema',
  'https://w3id.org/security#':
    'proof EcdsaSecp256k1Signature2019 challenge domain expiration=expires=expires jws nonce proofPurpose assertionMethod authenticationMethod=authentication=authentication proofValue verificationMethod EcdsaSecp256r1Signature2019 Ed25519Signature2018 RsaSignature2018 digestMultibase DataIntegrityProof cryptosuite previousProof capabilityDelegationMethod=capabilityDelegation=capabilityDelegation capabilityInvocationMethod=capabilityInvocation=capabilityInvocation keyAgreementMethod=keyAgreement=keyAgreement Ed25519VerificationKey2020 controller revoked publicKeyMultibase Ed25519Signature2020 Multikey secretKeyMultibase',
  'http://purl.org/dc/terms/': 'created',
  'sec:': 'challenge domain expiration=expires=expires jws nonce proofPurpose proofValue verificationMethod',
  'https://schema.org/':
    'description encodingFormat=mediaType=mediaType name keywords=tag=tag addressCountry addresLocality=addressLocality=addressLocality addressRegion postOfficeBoxNumber postalCode streetAddress Alignment targetDescription targetFramework targetName targetUrl audience genre latitude longitude caption additionalName email familyName givenName honorificPrefix honorificSuffix value url addressLocality AlignmentObject=Alignment=Alignment inLanguage',
  'https://www.iana.org/assignments/jwt#': '... _sd _sd_alg aud cnf kid jwk exp iat nbf jti',
  'https://www.iana.org/assignments/jose#': 'iss jku kid sub x5u',
  'https://imsglobal.github.io/openbadges-specification/ob_v3p0.html#':
    'OpenBadgeCredential Achievement=achievement=Achievement achievementType Alignment=alignment=alignment Profile=creator=Profile creditsAvailable criteria fieldOfStudy humanCode specialization AchievementSubject Identifier=identifier=identifier Result=result=Result Address=address=Address CountryCode=addressCountryCode=addressCountryCode GeoCoordinates=geo=GeoCoordinates targetCode targetType Criteria EndorsementCredential EndorsementSubject endorsementComment Evidence IdentityObject hashed identityHash salt IdentityImage=Image=Image dateOfBirth familyNamePrefix parentOrg patronymicName PhoneNumber=phone=phone official sisSourcedId sourcedId achievedLevel resultDescription status ResultDescription allowedValue requiredLevel requiredValue resultType RubricCriterionLevel=rubricCriterionLevel=RubricCriterionLevel valueMax valueMin level points endorsement image narrative',
  'https://purl.imsglobal.org/spec/vc/ob/vocab.html#':
    'OpenBadgeCredential Achievement=achievement=Achievement achievementType alignment Profile=creator=Profile creditsAvailable Criteria=criteria=Criteria fieldOfStudy humanCode otherIdentifier related resultDescription specialization version AchievementSubject activityEndDate activityStartDate creditsEarned identifier licenseNumber result role source term Address=address=Address CountryCode=addressCountryCode=addressCountryCode GeoCoordinates=geo=GeoCoordinates targetCode targetType EndorsementCredential EndorsementSubject endorsementComment Evidence IdentifierEntry identifierType IdentityObject hashed identityHash identityType salt Image=image=Image dateOfBirth familyNamePrefix parentOrg patronymicName PhoneNumber=phone=phone official Related Result achievedLevel status ResultDescription allowedValue requiredLevel requiredValue resultType rubricCriterionLevel valueMax valueMin RubricCriterionLevel level points endorsement image narrative creator achievement-0=achievement=achievement address phone awardedDate achievement endorsementJwt',
  'https://purl.imsglobal.org/spec/vccs/v1p0/context.json#': '1EdTechJsonSchemaValidator2019',
  'https://purl.imsglobal.org/spec/vcrl/v1p0/context.json#': '1EdTechRevocationList',
  'https://purl.imsglobal.org/spec/vccr/v1p0/context.json#': '1EdTechCredentialRefresh',
  'https://w3id.org/vc/status-list#':
    'StatusList2021Credential StatusList2021 statusPurpose encodedList StatusList2021Entry statusListIndex statusListCredential',
  'http://schema.org/': 'description name',
};

/** IRIs of properties whose values are words. */
export const COMMON_WORDED: readonly string[] = [
  'https://w3id.org/security#proofPurpose',
  'sec:proofPurpose',
];
