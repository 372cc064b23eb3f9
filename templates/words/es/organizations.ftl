### Organizaciones que firman junto a las personas. { $kind } es letter, pledge o petition.

## En las páginas de la petición

endorse-link = Firmar en nombre de una organización
endorse-count = { $n ->
    [one] { $n } organización ya firmó:
   *[other] { $n } organizaciones ya firmaron:
}
endorse-listed = Organizaciones

## El formulario

endorse-title = Firmar en nombre de una organización
endorse-intro = Las organizaciones aparecen junto a las personas que firman y se cuentan aparte. Firme solo si puede hablar en nombre de la suya.
endorse-organization = Organización
endorse-organization-hint = Su nombre, tal como debe aparecer en la página.
endorse-contact-title = Quién firma por ella
endorse-contact-text = Su nombre y su dirección se muestran solo a quien organiza la campaña, { $organization }. Sirven para consultas sobre esta firma.
endorse-contact = Su nombre
endorse-email = Su correo en la organización
endorse-email-hint = Le enviamos un enlace para confirmar. Una dirección propia de la organización ayuda a ver que usted habla por ella.
endorse-logo = Logotipo
endorse-logo-hint = PNG, JPEG o WebP, de 2 MB y 4000 píxeles por lado como máximo. Guardamos una copia pequeña, sin los datos ocultos del archivo.
endorse-again = No se pudo conservar la imagen: elíjala otra vez, si quiere una.
endorse-button = { $kind ->
    [letter] Firmar la carta por la organización
    [pledge] Asumir el compromiso por la organización
   *[petition] Firmar la petición por la organización
}
endorse-shown = Nada es público hasta que usted confirme desde su correo y el equipo organizador lo haya revisado.
endorse-closed = En este momento no se puede firmar. La página de la petición explica por qué.

## Revise su correo

endorse-check-title = Revise su correo para terminar
endorse-check-text = Abra el mensaje que enviamos a la dirección que usted dio y confirme; después el equipo organizador lo revisa antes de mostrarlo.
endorse-check-spam = Suele llegar en un minuto. Si no, busque en el correo no deseado (spam) o envíe el formulario de nuevo con otra dirección. Una dirección recibe como máximo tres de estos mensajes por semana.

## La página propia de la organización

endorse-confirm-tab = Confirme por su organización
endorse-confirm-title = Confirme la firma de su organización
endorse-confirm-text = Revise que todo esté correcto. El equipo organizador lo revisa antes de mostrarlo.
endorse-confirm-button = Confirmar por la organización
endorse-reject = No fue nuestra organización
endorse-own-title = La firma de su organización
endorse-standing = { $state ->
    [waiting] Confirmada. Falta que el equipo organizador la revise; todavía no se muestra.
    [shown] Se muestra entre las organizaciones.
    [withdrawn] Retirada. Su nombre, su dirección y el logotipo están borrados.
   *[refused] El equipo organizador decidió no mostrarla. Nada de ella es público.
}
endorse-confirmed-on = Confirmada el { $date }.
endorse-name = Organización
endorse-private = Solo para el equipo organizador
endorse-withdraw = Retirarla
endorse-withdraw-title = ¿Retirar la firma de esta organización?
endorse-withdraw-text-html = <b>{ $name }</b> desaparece de la página enseguida, y se borran su nombre, su dirección y el logotipo. No se puede deshacer; firmar otra vez lleva un minuto.
endorse-withdraw-button = Retirar y borrar
endorse-withdraw-keep = Dejarla como está

## Privacidad

privacy-organizations-title = Si firma en nombre de una organización
privacy-organizations = El nombre y el logotipo de la organización son públicos cuando el equipo organizador los muestra. Su propio nombre y su dirección son solo para el equipo organizador. Si no confirma, todo se borra a los siete días. Si retira la firma con el enlace del mensaje, sus datos y el logotipo se borran enseguida. Si no, se borran el día indicado en «Por cuánto tiempo», y solo queda el nombre de la organización.

## Qué está mal

error-organization-missing = Escriba el nombre de la organización
error-logo-large = Elija una imagen de 2 MB como máximo
error-logo-wide = Elija una imagen de 4000 píxeles por lado como máximo
error-logo-busy = Se están revisando demasiadas imágenes. Espere un minuto o envíe el formulario sin logotipo

## La carta

mail-endorse-subject = Confirme por su organización: { $title }
mail-endorse-subject-discreet = Confirme el mensaje que nos envió
mail-endorse-lead = { $name }, confirme la firma de su organización, por favor. Después la revisa el equipo organizador.
mail-endorse-lead-discreet = { $name }, confirme lo que nos envió.
mail-endorse-organization = Organización: { $organization }
mail-endorse-button = Revisar y confirmar
mail-endorse-until = El enlace funciona hasta el { $date }. Después de confirmar, sigue llevando a la firma de su organización.
mail-endorse-next = El equipo organizador lo revisa antes de mostrarlo. Su nombre y su dirección son solo para ese equipo.
mail-endorsed-subject = La firma de su organización: { $title }
mail-endorsed-lead = { $name }, aquí tiene el enlace a la firma de su organización.
mail-endorsed-button = Verla o retirarla
mail-endorse-not-you = ¿No lo envió usted? No haga nada: lo que se escribió desaparece { $days ->
    [one] en { $days } día
   *[other] a los { $days } días
}. O abra el enlace y toque «No fue nuestra organización».
