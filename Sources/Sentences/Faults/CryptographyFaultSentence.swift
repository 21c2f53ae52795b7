public import Cryptography
internal import Storage
public import TargetEngine

extension CryptographyFault: Explained {
  /// The error in words.
  public func complaint(_ language: Language) -> Complaint {
    switch self {
    case .mismatch: SecretsFault.damaged.complaint(language)
    case .unavailable:
      Complaint(
        Text(
          "加密运算没有完成，可能是内存不足；未写入任何内容。请关闭其他程序后再试。",
          "The encryption library could not do this, perhaps for want of memory; nothing was written."
            + " Close other programs and try again.")(language),
        cause: .io)
    }
  }
}
