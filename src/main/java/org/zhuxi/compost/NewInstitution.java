package org.zhuxi.compost;

import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/** An institution to be added; the note says where its figures come from. */
public record NewInstitution(Names name, InstitutionKind kind, String note, Origin origin) {}
