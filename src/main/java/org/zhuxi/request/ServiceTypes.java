package org.zhuxi.request;

import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Service;
import org.zhuxi.request.internal.DataFile;

/** What can be reported; a wrong file stops the start. */
@Service
public class ServiceTypes {

    private final List<ServiceType> services;

    ServiceTypes(@Value("classpath:request/services.yaml") Resource file) {
        services = List.copyOf(DataFile.read(file, Declared.class).services());
    }

    /** All of them in the order of the file. */
    public List<ServiceType> list() {
        return services;
    }

    public Optional<ServiceType> find(String code) {
        return services.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** @throws RequestRefused.NoService when there is none with this code */
    public ServiceType get(String code) {
        return find(code).orElseThrow(RequestRefused.NoService::new);
    }

    private record Declared(List<ServiceType> services) {}
}
