package org.zhuxi.sensing.internal.query;

import java.util.List;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;

/** Finds rows by geometry; the database needs no extension for it. */
public interface Shapes {

    /** One row with a geometry. */
    record Located(long id, org.locationtech.jts.geom.Geometry geometry) {}

    /** All rows of a type whose property holds a geometry. */
    List<Located> of(EntityType type, Property property);
}
