### Organizaciones que firman junto a las personas, de tú.

endorse-intro = Las organizaciones aparecen junto a las personas que firman y se cuentan aparte. Firma solo si puedes hablar en nombre de la tuya.
endorse-contact-text = Tu nombre y tu dirección se muestran solo a quien organiza la campaña, { $organization }. Sirven para consultas sobre esta firma.
endorse-contact = Tu nombre
endorse-email = Tu correo en la organización
endorse-email-hint = Te enviamos un enlace para confirmar. Una dirección propia de la organización ayuda a ver que hablas por ella.
endorse-again = No se pudo conservar la imagen: elígela otra vez, si quieres una.
endorse-shown = Nada es público hasta que confirmes desde tu correo y el equipo organizador lo haya revisado.
endorse-check-title = Revisa tu correo para terminar
endorse-check-text = Abre el mensaje que enviamos a la dirección que diste y confirma; después el equipo organizador lo revisa antes de mostrarlo.
endorse-check-spam = Suele llegar en un minuto. Si no, busca en el correo no deseado (spam) o envía el formulario de nuevo con otra dirección. Una dirección recibe como máximo tres de estos mensajes por semana.
endorse-confirm-tab = Confirma por tu organización
endorse-confirm-title = Confirma la firma de tu organización
endorse-confirm-text = Revisa que todo esté correcto. El equipo organizador lo revisa antes de mostrarlo.
endorse-own-title = La firma de tu organización
endorse-standing = { $state ->
    [waiting] Confirmada. Falta que el equipo organizador la revise; todavía no se muestra.
    [shown] Se muestra entre las organizaciones.
    [withdrawn] Retirada. Tu nombre, tu dirección y el logotipo están borrados.
   *[refused] El equipo organizador decidió no mostrarla. Nada de ella es público.
}
endorse-withdraw-text-html = <b>{ $name }</b> desaparece de la página enseguida, y se borran tu nombre, tu dirección y el logotipo. No se puede deshacer; firmar otra vez lleva un minuto.
privacy-organizations-title = Si firmas en nombre de una organización
privacy-organizations = El nombre y el logotipo de la organización son públicos cuando el equipo organizador los muestra. Tu propio nombre y tu dirección son solo para el equipo organizador. Si no confirmas, todo se borra a los siete días. Si retiras la firma con el enlace del mensaje, tus datos y el logotipo se borran enseguida. Si no, se borran el día indicado en «Por cuánto tiempo», y solo queda el nombre de la organización.
error-organization-missing = Escribe el nombre de la organización
error-logo-large = Elige una imagen de 2 MB como máximo
error-logo-wide = Elige una imagen de 4000 píxeles por lado como máximo
error-logo-busy = Se están revisando demasiadas imágenes. Espera un minuto o envía el formulario sin logotipo
mail-endorse-subject = Confirma por tu organización: { $title }
mail-endorse-subject-discreet = Confirma el mensaje que nos enviaste
mail-endorse-lead = { $name }, confirma la firma de tu organización, por favor. Después la revisa el equipo organizador.
mail-endorse-lead-discreet = { $name }, confirma lo que nos enviaste.
mail-endorse-until = El enlace funciona hasta el { $date }. Después de confirmar, sigue llevando a la firma de tu organización.
mail-endorse-next = El equipo organizador lo revisa antes de mostrarlo. Tu nombre y tu dirección son solo para ese equipo.
mail-endorsed-subject = La firma de tu organización: { $title }
mail-endorsed-lead = { $name }, aquí tienes el enlace a la firma de tu organización.
mail-endorse-not-you = ¿No lo enviaste tú? No hagas nada: lo que se escribió desaparece { $days ->
    [one] en { $days } día
   *[other] a los { $days } días
}. O abre el enlace y toca «No fue nuestra organización».
