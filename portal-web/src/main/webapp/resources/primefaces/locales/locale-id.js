// PrimeFaces has Indonesian only under the old code "in"; browsers and our pages say "id".
if (window.PrimeFaces) {
  PrimeFaces.locales['id'] = {
    accept: 'Ya', reject: 'Tidak', choose: 'Pilih', upload: 'Unggah', cancel: 'Batal', clear: 'Kosongkan',
    closeText: 'Tutup', prevText: 'Sebelumnya', nextText: 'Berikutnya', today: 'Hari ini', currentText: 'Hari ini',
    monthNames: ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'],
    monthNamesShort: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
    dayNames: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
    dayNamesShort: ['Min', 'Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab'],
    dayNamesMin: ['Mg', 'Sn', 'Sl', 'Rb', 'Km', 'Jm', 'Sb'],
    weekHeader: 'Mg', firstDay: 1, isRTL: false, showMonthAfterYear: false, yearSuffix: '',
    timeOnlyTitle: 'Pilih waktu', timeText: 'Waktu', hourText: 'Jam', minuteText: 'Menit', secondText: 'Detik',
    ampm: false, month: 'Bulan', week: 'Minggu', day: 'Hari', allDayText: 'Sepanjang hari',
    emptyMessage: 'Tidak ada data', emptySearchMessage: 'Tidak ditemukan', unexpectedError: 'Kesalahan tak terduga',
    passwordWeak: 'Lemah', passwordMedium: 'Sedang', passwordStrong: 'Kuat', passwordPrompt: 'Masukkan kata sandi',
    aria: {
      close: 'Tutup', previous: 'Sebelumnya', next: 'Berikutnya', selectAll: 'Semua dipilih', unselectAll: 'Tidak ada yang dipilih',
      selectRow: 'Baris dipilih', unselectRow: 'Baris tidak dipilih', firstPageLabel: 'Halaman pertama', lastPageLabel: 'Halaman terakhir',
      nextPageLabel: 'Halaman berikutnya', previousPageLabel: 'Halaman sebelumnya', pageLabel: 'Halaman {page}',
      rowsPerPageLabel: 'Baris per halaman', expandRow: 'Buka baris', collapseRow: 'Tutup baris', expandLabel: 'Buka', collapseLabel: 'Tutup',
      showFilterMenu: 'Tampilkan saringan', hideFilterMenu: 'Sembunyikan saringan', toggle: 'Alihkan', showPassword: 'Tampilkan kata sandi', hidePassword: 'Sembunyikan kata sandi'
    }
  };
}
