### La lista pública, de tú.

signers-cut = Coinciden más de 100 nombres. Se muestran 100; agrega otra palabra para encontrar menos.
