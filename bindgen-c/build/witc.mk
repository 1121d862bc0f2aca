# Bindings of WIT worlds in a Makefile (GNU Make 4.3 or later):
#
#     include witc.mk
#     $(eval $(call witc_generate,c,my-world,wit,gen))
#
# makes gen/my_world.c, gen/my_world.h and gen/my_world_component_type.o of the world my-world of the package in wit, and
# makes them anew when a WIT file has changed. With cpp in the place of c: gen/my_world.cpp and gen/my_world_cpp.h.
# The world can be one of a dependency, my:package/my-world@1.0.0. WITC_FLAGS are passed on to witc, such as
# --class-dir src for the headers with the classes of exported resources, which are yours to edit.
WITC ?= witc

# $(call witc_stem,DIR,WORLD): what the names of the files begin with.
witc_stem = $(1)/$(subst -,_,$(firstword $(subst @, ,$(lastword $(subst /, ,$(2))))))

# $(call witc_files,LANGUAGE,DIR,WORLD)
witc_files = $(if $(filter cpp,$(1)),$(call witc_stem,$(2),$(3)).cpp $(call witc_stem,$(2),$(3))_cpp.h,$(call witc_stem,$(2),$(3)).c $(call witc_stem,$(2),$(3)).h) $(call witc_stem,$(2),$(3))_component_type.o

# $(call witc_generate,LANGUAGE,WORLD,WIT,DIR)
define witc_generate
$(call witc_files,$(1),$(4),$(2)) &:
	$$(WITC) $(1) $(3) --world $(2) --out-dir $(4) --depfile $(call witc_stem,$(4),$(2)).d $$(WITC_FLAGS)
-include $(call witc_stem,$(4),$(2)).d
endef
