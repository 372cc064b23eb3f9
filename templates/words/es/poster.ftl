### Carteles, volantes y tiras que imprimen quienes organizan. { $kind } es letter, pledge o petition.

poster-scan = Apunte la cámara de su teléfono al cuadro
poster-or = o escriba esta dirección:
poster-how = { $kind ->
    [pledge] No hace falta una cuenta. El compromiso se confirma por correo electrónico.
   *[petition] No hace falta una cuenta. La firma se confirma por correo electrónico.
}
poster-until = Hasta el { $date }
poster-code = Código QR de { $address }
