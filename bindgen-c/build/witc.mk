# Bindings of WIT worlds in a Makefile (GNU Make 4.3 or later):
#
#     include witc.mk
#     $(eval $(call witc_generate,c,my-world,wit,gen))
#
# makes gen/my_world.c, gen/my_world.h and gen/my_world_component_type.o of the world my-world of the package in wit, and
# makes them anew when a WIT file has changed. With cpp in the place of c: gen/my_world.cpp and gen/my_world_cpp.h.
# The world can be one of a dependency, my:package/my-world@1.0.0. WITC_FLAGS are passed on to witc, such as
# --class-dir src for the headers with the classes of exported resources, which are yours to edit.
#
#     $(eval $(call witc_generate,c,my-world,wit,gen,async))
#
# makes gen/wit_async.c and gen/wit_async.h as well, the runtime for async functions. What is to be compiled is
# $(call witc_sources,c,gen,my-world), with async as above.
WITC ?= witc

# $(call witc_stem,DIR,WORLD): what the names of the files begin with.
witc_stem = $(1)/$(subst -,_,$(firstword $(subst @, ,$(lastword $(subst /, ,$(2))))))

# $(call witc_sources,LANGUAGE,DIR,WORLD,[async]): the sources that are written.
witc_sources = $(call witc_stem,$(2),$(3)).$(1) $(if $(filter async,$(4)),$(2)/wit_async.c)

# $(call witc_files,LANGUAGE,DIR,WORLD,[async])
witc_files = $(if $(filter async,$(4)),$(2)/wit_async.c $(2)/wit_async.h) $(if $(filter cpp,$(1)),$(call witc_stem,$(2),$(3)).cpp $(call witc_stem,$(2),$(3))_cpp.h,$(call witc_stem,$(2),$(3)).c $(call witc_stem,$(2),$(3)).h) $(call witc_stem,$(2),$(3))_component_type.o

# $(call witc_generate,LANGUAGE,WORLD,WIT,DIR,[async])
define witc_generate
$(call witc_files,$(1),$(4),$(2),$(5)) &:
	$$(WITC) $(1) $(3) --world $(2) --out-dir $(4) --depfile $(call witc_stem,$(4),$(2)).d $(if $(filter async,$(5)),$(if $(filter c,$(1)),--generate-async-helpers)) $$(WITC_FLAGS)
-include $(call witc_stem,$(4),$(2)).d
endef
