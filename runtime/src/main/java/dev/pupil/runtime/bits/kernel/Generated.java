package dev.pupil.runtime.bits.kernel;

import java.lang.classfile.ClassBuilder;
import java.lang.constant.ConstantDescs;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What all classes that are written here at run time have in common. */
final class Generated {
    private Generated() {}

    /** Writes a constructor without parameters, which {@link #instance} calls. */
    static ClassBuilder withConstructor(ClassBuilder builder) {
        return builder.withMethodBody(
                ConstantDescs.INIT_NAME,
                ConstantDescs.MTD_void,
                0,
                code -> code.aload(0)
                        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                        .return_());
    }

    /**
     * Loads a class and makes one object of it.
     *
     * @param bytes a class file in this package
     * @param type what the object is
     * @throws LinkageError if the class can't be loaded
     */
    static <T> T instance(byte[] bytes, Class<T> type) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup().defineHiddenClass(bytes, true);
            return type.cast(lookup.findConstructor(lookup.lookupClass(), MethodType.methodType(void.class))
                    .invoke());
        } catch (Throwable failure) {
            throw new LinkageError("a generated class can't be loaded", failure);
        }
    }
}
