poster-scan = Apunta la cámara de tu teléfono al cuadro
poster-or = o escribe esta dirección:
