package org.caseward.casefile;

/** Every person's match keys are of this version's derivation again: what waited in the meantime may be searched for whole. */
public record KeysRenewed(int version) {}
