// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>

#include <string>
#include <vector>

namespace downtimeline::test {

/// What a small PDF has to say of a file that is attached to it.
struct SmallPdf
{
    std::string data = "{\"format\": \"downtimeline\", \"incident\": {\"title\": \"T\"}, \"events\": []}\n";
    std::string name = "incident.json";
    std::string hash;   ///< empty: the right one; "-": none
    std::string filter; ///< "/Filter /ASCIIHexDecode"
    bool hasFile = true;
};

/// One empty page, written by hand, with an incident's data attached.
inline std::string smallPdf(const SmallPdf &pdf = {})
{
    const QByteArray own = QCryptographicHash::hash(QByteArray::fromStdString(pdf.data), QCryptographicHash::Sha256);
    const std::string hash = pdf.hash.empty() ? own.toHex().toStdString() : pdf.hash;
    const std::string hashWords = hash == "-" ? std::string() : " /DowntimelineSha256 (" + hash + ")";
    const std::string names =
        pdf.hasFile ? " /Names << /EmbeddedFiles << /Names [(" + pdf.name + ") 4 0 R] >> >>" : std::string();
    const std::vector<std::string> objects = {
        "<< /Type /Catalog /Pages 2 0 R" + names + " >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        "<< /Type /Filespec /F (" + pdf.name + ") /UF (" + pdf.name + ") /EF << /F 5 0 R /UF 5 0 R >>" + hashWords +
            " >>",
        "<< /Type /EmbeddedFile " + pdf.filter + " /Length " + std::to_string(pdf.data.size()) + " >>\nstream\n" +
            pdf.data + "\nendstream",
    };
    std::string bytes = "%PDF-1.7\n";
    std::string table = "xref\n0 " + std::to_string(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string place = std::to_string(bytes.size());
        table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    return bytes + table + "trailer\n<< /Size " + std::to_string(objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" +
           std::to_string(bytes.size()) + "\n%%EOF\n";
}

} // namespace downtimeline::test
